<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>hillshade</Name>
    <UserStyle>
      <Name>hillshade</Name>
      <Title>晕渲</Title>
      <Abstract>Hillshade</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>0.8</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#F2F0EA" quantity="-1000" opacity="0"/>
              <ColorMapEntry color="#F2F0EA" quantity="0" opacity="0"/>
              <ColorMapEntry color="#F2F0EA" quantity="1" opacity="1"/>
              <ColorMapEntry color="#F2F0EA" quantity="9000" opacity="1"/>
            </ColorMap>
            <ShadedRelief>
              <ReliefFactor>2</ReliefFactor>
            </ShadedRelief>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
