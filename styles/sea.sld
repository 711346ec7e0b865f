<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>sea</Name>
    <UserStyle>
      <Name>sea</Name>
      <Title>海域</Title>
      <Abstract>Sea</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>海域</Title>
          <Abstract>Sea</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#DCE8EF</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <MinScaleDenominator>20000</MinScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-size">13</CssParameter>
              <CssParameter name="font-style">italic</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
                <Displacement>
                  <DisplacementX>0</DisplacementX>
                  <DisplacementY>0</DisplacementY>
                </Displacement>
              </PointPlacement>
            </LabelPlacement>
            <Fill>
              <CssParameter name="fill">#5E8CA8</CssParameter>
            </Fill>
            <Priority>300</Priority>
            <VendorOption name="autoWrap">0</VendorOption>
            <VendorOption name="maxDisplacement">60</VendorOption>
            <VendorOption name="group">yes</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
