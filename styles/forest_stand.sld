<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>forest_stand</Name>
    <UserStyle>
      <Name>forest_stand</Name>
      <Title>森林小班</Title>
      <Abstract>Forest stands</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>森林火险一级（低）</Title>
          <Abstract>Forest fire risk Class 1 (low)</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>fire_risk_class</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#E0EBD2</CssParameter>
              <CssParameter name="fill-opacity">0.7</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>森林火险二级（中）</Title>
          <Abstract>Forest fire risk Class 2 (medium)</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>fire_risk_class</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#C9DDB0</CssParameter>
              <CssParameter name="fill-opacity">0.7</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>森林火险三级（高）</Title>
          <Abstract>Forest fire risk Class 3 (high)</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>fire_risk_class</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#A9C686</CssParameter>
              <CssParameter name="fill-opacity">0.7</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>森林火险四级（极高）</Title>
          <Abstract>Forest fire risk Class 4 (very high)</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>fire_risk_class</ogc:PropertyName><ogc:Literal>4</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#86A95F</CssParameter>
              <CssParameter name="fill-opacity">0.7</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <ElseFilter/>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#D6E4C3</CssParameter>
              <CssParameter name="fill-opacity">0.7</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <MaxScaleDenominator>40000</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#8FA873</CssParameter>
              <CssParameter name="stroke-width">0.4</CssParameter>
              <CssParameter name="stroke-opacity">0.7</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
